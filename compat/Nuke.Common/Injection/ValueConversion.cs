using System.ComponentModel;
using Nuke.Common.Execution;

namespace Nuke.Common.Injection;

/// <summary>Turns the words after a parameter into a value of the member's type.</summary>
internal static class ValueConversion
{
    public static object? Convert(Parameter parameter, IReadOnlyList<string> values)
    {
        if (parameter.Type.IsArray)
        {
            var items = values.Select(value => Convert(parameter, parameter.Type.GetElementType()!, value)).ToArray();
            var array = Array.CreateInstance(parameter.Type.GetElementType()!, items.Length);
            items.CopyTo(array, 0);
            return array;
        }

        var type = Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;
        return values switch
        {
            [] when type == typeof(bool) => true,
            [var value] => Convert(parameter, type, value),
            [] => throw new BuildFailedException($"The parameter '{parameter.Option}' needs a value."),
            _ => throw new BuildFailedException(
                $"The parameter '{parameter.Option}' takes one value, not '{string.Join(' ', values)}'; name the "
                + "targets before the parameters."),
        };
    }

    private static object? Convert(Parameter parameter, Type type, string value)
    {
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or NotSupportedException)
        {
            throw new BuildFailedException(
                $"The parameter '{parameter.Option}' cannot be '{value}'{Choices(type)}.");
        }
    }

    private static string Choices(Type type) =>
        Of(type) is { Count: > 0 } choices ? $"; it is one of {string.Join(", ", choices)}" : "";

    /// <summary>The values of an enumeration.</summary>
    public static IReadOnlyList<string> Of(Type type) => type.IsEnum
        ? Enum.GetNames(type)
        : typeof(Tooling.Enumeration).IsAssignableFrom(type)
            ? [.. type.GetFields().Where(field => field.IsStatic).Select(field => field.Name)]
            : [];
}
