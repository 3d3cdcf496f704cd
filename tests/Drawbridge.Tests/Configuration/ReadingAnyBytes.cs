using System.Text;
using Drawbridge.Configuration;

namespace Drawbridge.Tests.Configuration;

public sealed class ReadingAnyBytes
{
    private const string Alphabet = "[]{}:,-?&*!|>'\"%@`#~<. \n\r\tab1\u0000\u0085\u2028é😀";

    private static readonly string[] Seeds =
    [
        "rules:\n  a: off\nignored-paths:\n  - 'x'\n",
        "%TAG ! x\n---\n{a: [b, c], ? d : e}\n",
        "a: |2-\n   x\nb: >\n  y\n",
        "databases: { a: { rules: { b: &c off }, order: *c } }\n",
    ];

    [Fact]
    public void Nothing_makes_it_throw()
    {
        var random = new Random(7);
        for (var round = 0; round < 20_000; round++)
        {
            var text = Mutation(Seeds[round % Seeds.Length], random);
            Should.NotThrow(() => Yaml.Try(text), $"of {Convert.ToHexString(Encoding.UTF8.GetBytes(text))}");
        }
    }

    /// <summary>Texts for which the parser throws other exceptions than its own.</summary>
    [Theory]
    [InlineData("%TAG ! \n--?\n{a: [b,- c], ? d : e}\n")]
    [InlineData("a:   {b\n.")]
    [InlineData("%TAG ! ,x\n---\n{!a: [b, c], ? d : e}\n")]
    public void What_breaks_the_parser_is_an_objection(string text) => Yaml.Try(text).Objections.ShouldNotBeEmpty();

    /// <summary>Each takes the parser more than ten seconds when it is let.</summary>
    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("a: {")]
    [InlineData("- ")]
    [InlineData("? ")]
    public void Depth_is_cut_off(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, SettingsReader.MaximumSize / opening.Length));
        Yaml.Try(text).Objections.ShouldNotBeEmpty();
    }

    [Fact]
    public void Nothing_is_hidden_behind_a_nul() =>
        Yaml.Try("server-version: 15\n\0rules: { a: off }").Objections.ShouldHaveSingleItem().Place.Line.ShouldBe(2);

    [Fact]
    public void A_large_file_is_not_read() =>
        SettingsReader.Read(new byte[SettingsReader.MaximumSize + 1]).Objections.ShouldHaveSingleItem().Message.ShouldBe("The file has 65,537 bytes; the limit is 65,536.");

    [Fact]
    public void Objections_are_counted_out() =>
        Yaml.Try(string.Concat(Enumerable.Range(0, 5000).Select(number => $"k{number}: 1\n"))).Objections.Count.ShouldBe(50);

    private static string Mutation(string seed, Random random)
    {
        var runes = Alphabet.EnumerateRunes().ToArray();
        var text = seed.EnumerateRunes().ToList();
        for (var changes = random.Next(1, 8); changes > 0; changes--)
        {
            if (random.Next(3) == 0 && text.Count > 1)
            {
                text.RemoveAt(random.Next(text.Count));
            }
            else
            {
                text.Insert(random.Next(text.Count + 1), runes[random.Next(runes.Length)]);
            }
        }

        return string.Concat(text);
    }
}
