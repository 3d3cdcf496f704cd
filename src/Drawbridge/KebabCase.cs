using System.Text;

namespace Drawbridge;

/// <summary>Turns the name of a class or a value into the word by which users know it.</summary>
public static class KebabCase
{
    /// <summary><c>ResultStatus.Refused</c> becomes <c>refused</c>.</summary>
    public static string Of<TEnum>(TEnum value)
        where TEnum : struct, Enum => Of(value.ToString());

    /// <summary><c>OutOfOrder</c> becomes <c>out-of-order</c>.</summary>
    public static string Of(string pascalCase)
    {
        var kebab = new StringBuilder(pascalCase.Length + 4);
        foreach (var letter in pascalCase)
        {
            if (char.IsAsciiLetterUpper(letter) && kebab.Length > 0)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(letter));
        }

        return kebab.ToString();
    }
}
