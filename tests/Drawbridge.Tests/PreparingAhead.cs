namespace Drawbridge.Tests;

public sealed class PreparingAhead
{
    private const int Many = 2000;

    [Fact]
    public void Each_is_prepared_once_and_used_in_order()
    {
        var preparations = new int[Many];
        var used = new List<int>();

        SideBySide.Stream(Numbers, Prepare, used.Add);

        Assert.Equal(Numbers, used);
        Assert.All(preparations, count => Assert.Equal(1, count));

        int Prepare(int number)
        {
            Interlocked.Increment(ref preparations[number]);
            return number;
        }
    }

    [Fact]
    public void What_takes_long_to_prepare_is_still_used_in_its_turn()
    {
        using var later = new ManualResetEventSlim();
        var used = new List<int>();

        SideBySide.Stream(
            [0, 1, 2, 3],
            number =>
            {
                if (number == 0)
                {
                    // Somebody else goes on meanwhile, if there is somebody.
                    later.Wait(Environment.ProcessorCount > 1 ? TimeSpan.FromMinutes(1) : TimeSpan.Zero, default);
                }

                later.Set();
                return number;
            },
            used.Add);

        Assert.Equal([0, 1, 2, 3], used);
    }

    [Fact]
    public void What_cannot_be_prepared_fails_in_its_turn_as_it_would_alone()
    {
        var used = new List<int>();

        var failure = Assert.Throws<InvalidOperationException>(() => SideBySide.Stream(
            Numbers,
            number => number == 1000 ? throw new InvalidOperationException("number 1000") : number,
            used.Add));

        Assert.Equal("number 1000", failure.Message);
        Assert.Equal(Numbers[..1000], used);
    }

    [Fact]
    public void Nothing_is_prepared_any_more_when_a_use_fails()
    {
        var prepared = 0;

        Assert.Throws<InvalidOperationException>(() => SideBySide.Stream(
            Numbers, number => Interlocked.Increment(ref prepared), _ => throw new InvalidOperationException()));

        Assert.InRange(prepared, 1, Many / 2);
    }

    [Fact]
    public void Nothing_to_prepare_is_nothing_to_use() =>
        SideBySide.Stream(Array.Empty<int>(), number => number, _ => Assert.Fail("There is nothing."));

    private static int[] Numbers => [.. Enumerable.Range(0, Many)];
}
