namespace Drawbridge.Sql;

/// <summary>How far two short words are apart.</summary>
internal static class EditDistance
{
    /// <summary>The letters to add, remove, replace or swap with the next to make one of the other.</summary>
    public static int Between(string one, string other)
    {
        var (beforeLast, last) = (new int[other.Length + 1], Enumerable.Range(0, other.Length + 1).ToArray());
        for (var row = 1; row <= one.Length; row++)
        {
            var current = new int[other.Length + 1];
            current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var isSame = one[row - 1] == other[column - 1];
                var nearest = Math.Min(Math.Min(last[column], current[column - 1]) + 1, last[column - 1] + (isSame ? 0 : 1));
                var isSwap = row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1];
                current[column] = isSwap ? Math.Min(nearest, beforeLast[column - 2] + 1) : nearest;
            }

            (beforeLast, last) = (last, current);
        }

        return last[^1];
    }
}
