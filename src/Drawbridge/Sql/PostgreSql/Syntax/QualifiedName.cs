namespace Drawbridge.Sql.PostgreSql.Syntax;

/// <summary>A name with or without its schema. Two are equal when the server takes them for the same text.</summary>
/// <param name="Schema">What stands before the dot; null when nothing does.</param>
/// <param name="Name">The object's own name.</param>
/// <param name="Span">Where both stand.</param>
public sealed record QualifiedName(Identifier? Schema, Identifier Name, TextSpan Span)
{
    /// <summary>As written, without space around the dot.</summary>
    public string Text => Schema is null ? Name.Text : $"{Schema.Text}.{Name.Text}";

    /// <summary>Whether both can name one object: a schema that isn't written can be any.</summary>
    public bool CouldBe(QualifiedName other) =>
        Name == other.Name && (Schema is null || other.Schema is null || Schema == other.Schema);

    /// <summary>Compares what the server would compare.</summary>
    public bool Equals(QualifiedName? other) => other is not null && Name == other.Name && Schema == other.Schema;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Schema, Name);

    /// <summary>As the server stores it: <c>schema.name</c>.</summary>
    public override string ToString() => Schema is null ? Name.Value : $"{Schema.Value}.{Name.Value}";
}
