using System.Text;
using Drawbridge.Scripts;

namespace Drawbridge.Tests.Scripts;

public sealed class ReadingContent
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    [Fact]
    public void A_checksum_is_the_sha256_of_the_text()
    {
        // printf 'SELECT 1;\n' | sha256sum
        const string Expected = "b4e0497804e46e0a0b0b8c31975b062152d551bac49c3c2e80932567b4085dcd";
        var content = Read("SELECT 1;\n"u8);
        content.Text.ShouldBe("SELECT 1;\n");
        content.Size.ShouldBe(10);
        content.Checksum.ShouldBe(Expected);
        content.Sha256.ShouldBe(Expected);
    }

    [Fact]
    public void Line_endings_and_the_mark_change_the_raw_hash_but_not_the_checksum()
    {
        var plain = Read("SELECT 1;\nSELECT 2;\n"u8);
        var windows = Read([.. Mark, .. "SELECT 1;\r\nSELECT 2;\r\n"u8]);
        windows.Checksum.ShouldBe(plain.Checksum);
        windows.Sha256.ShouldNotBe(plain.Sha256);
        windows.Text.ShouldBe("SELECT 1;\r\nSELECT 2;\r\n");
    }

    [Fact]
    public void A_lone_carriage_return_and_a_second_mark_do_change_the_checksum()
    {
        Read("SELECT\r1;"u8).Checksum.ShouldNotBe(Read("SELECT\n1;"u8).Checksum);
        Read([.. Mark, .. Mark, .. "SELECT 1;"u8]).Checksum.ShouldNotBe(Read("SELECT 1;"u8).Checksum);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \r\n\t\n")]
    [InlineData("\uFEFF\n")]
    public void Nothing_but_space_is_empty(string text) =>
        Flaw(Encoding.UTF8.GetBytes(text)).ShouldBe(("Script 'x.sql' is empty.", null));

    [Fact]
    public void Sixteen_mebibytes_are_fine_and_one_byte_more_is_not()
    {
        var bytes = new byte[ScriptContent.MaximumSize + 1];
        Array.Fill(bytes, (byte)'-');
        Read(bytes.AsSpan(1)).Size.ShouldBe(ScriptContent.MaximumSize);
        Flaw(bytes).ShouldBe(("Script 'x.sql' has 16,777,217 bytes; the limit is 16,777,216 bytes (16 MiB).", null));
    }

    [Fact]
    public void A_byte_that_is_not_utf8_is_named_by_its_line() =>
        Flaw([.. "SELECT 1;\n-- caf"u8, 0xE9, (byte)'\n']).ShouldBe(
            ("Script 'x.sql' is not UTF-8: line 2 holds a byte that starts no character.", 2));

    [Theory]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    public void Surrogates_overlong_forms_and_cut_characters_are_not_utf8(byte[] bytes) =>
        Flaw(bytes).Message.ShouldContain("is not UTF-8");

    [Fact]
    public void A_nul_is_named_by_its_line() =>
        Flaw("SELECT 1;\n\n'\0'"u8).ShouldBe(
            ("Script 'x.sql' holds a NUL character in line 3, which PostgreSQL can't store.", 3));

    [Fact]
    public void Utf16_is_not_utf8() => Flaw([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("SELECT 1;")]).Line.ShouldBe(1);

    private static ScriptContent Read(ReadOnlySpan<byte> bytes)
    {
        ScriptContent.TryRead("x.sql", bytes, out var content, out _).ShouldBeTrue();
        return content!;
    }

    private static (string Message, int? Line) Flaw(ReadOnlySpan<byte> bytes)
    {
        ScriptContent.TryRead("x.sql", bytes, out _, out var flaw).ShouldBeFalse();
        return (flaw!.Message, flaw.Line);
    }
}
