namespace Compat.Tests.PublicApi;

/// <summary>The names of types, as C# writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
    };

    /// <summary>With its namespace and the types it is nested in.</summary>
    public static string Full(Type type) =>
        type.DeclaringType is { } outer ? $"{Full(outer)}.{Short(type)}" : $"{type.Namespace}.{Short(type)}";

    /// <summary>Without its namespace: what a file with the right using says.</summary>
    public static string Short(Type type) => type switch
    {
        _ when Keywords.TryGetValue(type, out var keyword) => keyword,
        { IsArray: true } => $"{Short(type.GetElementType()!)}[]",
        { IsByRef: true } => $"ref {Short(type.GetElementType()!)}",
        _ when Nullable.GetUnderlyingType(type) is { } underlying => $"{Short(underlying)}?",
        { IsGenericType: true } => $"{type.Name.Split('`')[0]}{Arguments(type)}",
        _ => type.Name,
    };

    private static string Arguments(Type type)
    {
        // A type nested in a generic one has the outer arguments too.
        var own = type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0).ToList();
        return own.Count == 0 ? "" : $"<{string.Join(", ", own.Select(Short))}>";
    }
}
