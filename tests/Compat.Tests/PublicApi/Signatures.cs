using System.Reflection;

namespace Compat.Tests.PublicApi;

/// <summary>What an assembly lets others use, one line for each type and member.</summary>
internal static class Signatures
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) =>
        assembly.GetExportedTypes().SelectMany(Of).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Of(Type type)
    {
        var name = TypeNames.Full(type);
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            return [$"{name}: delegate {MemberSignatures.Of(type.GetMethod("Invoke")!, type.Name.Split('`')[0])}"];
        }

        var members = type.GetMembers(Declared).Where(IsUsable).Select(MemberSignatures.Of);
        return members.Select(member => $"{name}: {member}").Prepend($"{name}: {Kind(type)}");
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        _ => "class",
    };

    private static bool IsUsable(MemberInfo member) => member switch
    {
        // What overrides a member of a base is told there.
        MethodInfo method => IsVisible(method) && method.GetBaseDefinition() == method && (
            !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)),
        ConstructorInfo constructor => IsVisible(constructor),
        FieldInfo field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        _ => false,
    };

    internal static bool IsVisible(MethodBase method) =>
        method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;
}
