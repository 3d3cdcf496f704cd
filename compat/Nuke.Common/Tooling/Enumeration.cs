using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common.Tooling;

/// <summary>A named value; its type's static fields are the choices.</summary>
public abstract class Enumeration
{
    /// <summary>The text that stands for the value.</summary>
    protected string Value { get; set; } = "";

    /// <summary>The value as text.</summary>
    public static implicit operator string?(Enumeration? value) => value?.Value;

    /// <summary>Whether both are the same value.</summary>
    public static bool operator ==(Enumeration? a, Enumeration? b) => Equals(a, b);

    /// <summary>Whether the values differ.</summary>
    public static bool operator !=(Enumeration? a, Enumeration? b) => !Equals(a, b);

    /// <inheritdoc/>
    public override bool Equals(object? obj) =>
        obj is Enumeration other && other.GetType() == GetType() && other.Value == Value;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Finds the choice of a name, however its letters are cased.</summary>
    public class TypeConverter<T> : TypeConverter
    {
        /// <inheritdoc/>
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
            sourceType == typeof(string);

        /// <inheritdoc/>
        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
        {
            var field = typeof(T).GetFields()
                .FirstOrDefault(
                    field => field.IsStatic && field.Name.Equals((string)value, StringComparison.OrdinalIgnoreCase));
            return field?.GetValue(null) ?? throw new FormatException($"'{value}' is no {typeof(T).Name}");
        }
    }
}
