using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Nuke.Common.IO;

/// <summary>The full path of a file or directory.</summary>
[TypeConverter(typeof(TypeConverter))]
public class AbsolutePath
{
    private readonly string _path;

    private AbsolutePath(string path)
    {
        Assert.True(Path.IsPathRooted(path), $"Path '{path}' must be rooted");
        _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
    }

    /// <summary>The last part.</summary>
    public string Name => Path.GetFileName(_path);

    /// <summary>The last part, without its extension.</summary>
    public string NameWithoutExtension => Path.GetFileNameWithoutExtension(_path);

    /// <summary>The extension, with its dot.</summary>
    public string Extension => Path.GetExtension(_path);

    /// <summary>The directory that holds it; null at the root.</summary>
    public AbsolutePath Parent => Path.GetDirectoryName(_path)!;

    /// <summary>A path from text.</summary>
    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator AbsolutePath?(string? path) => path is null ? null : new(path);

    /// <summary>A path as text.</summary>
    [return: NotNullIfNotNull(nameof(path))]
    public static implicit operator string?(AbsolutePath? path) => path?._path;

    /// <summary>A path below this one.</summary>
    public static AbsolutePath operator /(AbsolutePath left, string right) => new(Path.Combine(left._path, right));

    /// <summary>A path whose last part is longer.</summary>
    public static AbsolutePath operator +(AbsolutePath left, string right) => new(left._path + right);

    /// <summary>Whether both are the same path.</summary>
    public static bool operator ==(AbsolutePath? a, AbsolutePath? b) => Equals(a, b);

    /// <summary>Whether the paths differ.</summary>
    public static bool operator !=(AbsolutePath? a, AbsolutePath? b) => !Equals(a, b);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AbsolutePath other && other._path == _path;

    /// <inheritdoc/>
    public override int GetHashCode() => _path.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => _path;

    /// <summary>Reads a path, below the working directory when it is relative.</summary>
    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        /// <inheritdoc/>
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
            sourceType == typeof(string);

        /// <inheritdoc/>
        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
            new AbsolutePath(Path.GetFullPath((string)value));
    }
}
