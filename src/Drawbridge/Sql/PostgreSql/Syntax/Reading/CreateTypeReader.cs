namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads CREATE TYPE and CREATE DOMAIN behind that word.</summary>
internal static class CreateTypeReader
{
    public static CreateTypeStatement? Read(TokenReader reader)
    {
        if (reader.TakeName() is not { } name)
        {
            return null;
        }

        return reader.Take("AS", "ENUM") ? Create(TypeForm.Enum) with { Labels = TakeLabels(reader) }
            : reader.Take("AS", "RANGE") ? Create(TypeForm.Range)
            : reader.Take("AS") ? Create(TypeForm.Composite) with { Attributes = TakeAttributes(reader) }
            : Create(reader.IsAtEnd ? TypeForm.Shell : TypeForm.Base);

        CreateTypeStatement Create(TypeForm form) => new(reader.Span, name, form);
    }

    public static CreateTypeStatement? ReadDomain(TokenReader reader)
    {
        var name = reader.TakeName();
        reader.Take("AS");
        if (name is null || reader.TakeType() is not { } type)
        {
            return null;
        }

        var domain = reader.TakeColumnOptions(name.Name, type, name.Span.Offset);
        return new CreateTypeStatement(reader.Span, name, TypeForm.Domain) { Domain = domain };
    }

    private static List<StringLiteral> TakeLabels(TokenReader reader)
    {
        var labels = new List<StringLiteral>();
        reader.Take("(");
        while (reader.TakeLiteral() is { } label)
        {
            labels.Add(label);
            reader.Take(",");
        }

        return labels;
    }

    private static List<ColumnDefinition> TakeAttributes(TokenReader reader)
    {
        var attributes = new List<ColumnDefinition>();
        reader.Take("(");
        while (reader.TakeColumn() is { } attribute)
        {
            attributes.Add(attribute);
            reader.SkipTo(",", ")");
            reader.Take(",");
        }

        return attributes;
    }
}
