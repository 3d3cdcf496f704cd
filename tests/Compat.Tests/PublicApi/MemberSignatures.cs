using System.Reflection;
using System.Runtime.CompilerServices;

namespace Compat.Tests.PublicApi;

/// <summary>A member, as C# declares it.</summary>
internal static class MemberSignatures
{
    public static string Of(MemberInfo member) => member switch
    {
        MethodInfo method => Modifiers(method) + Of(method, method.Name),
        ConstructorInfo constructor => $"{Modifiers(constructor)}new({Parameters(constructor)})",
        PropertyInfo property => Of(property),
        FieldInfo { DeclaringType.IsEnum: true } field => field.Name,
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{TypeNames.Short(field.FieldType)} {field.Name}",
        _ => throw new NotSupportedException($"'{member}' is a kind of member that no stand-in has yet."),
    };

    public static string Of(MethodInfo method, string name)
    {
        var generic = method.IsGenericMethod ? method.GetGenericArguments() : [];
        var own = generic.Length == 0 ? "" : $"<{string.Join(", ", generic.Select(TypeNames.Short))}>";
        return $"{TypeNames.Short(method.ReturnType)} {name}{own}({Parameters(method)}){string.Concat(generic.Select(Constraints))}";
    }

    private static string Of(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(Signatures.IsVisible).ToList();
        var names = accessors.Select(
            accessor => accessor.Name.StartsWith("get_", StringComparison.Ordinal) ? "get; " : "set; ");
        return $"{Modifiers(accessors[0])}{TypeNames.Short(property.PropertyType)} {property.Name} {{ {string.Concat(names.Order(StringComparer.Ordinal))}}}";
    }

    private static string Modifiers(MethodBase method)
    {
        var access = method.IsPublic ? "" : "protected ";
        var scope = method.IsStatic ? "static " : "";
        var isOpen = method is { IsVirtual: true, IsFinal: false, DeclaringType.IsInterface: false };
        return access + scope + (isOpen ? method.IsAbstract ? "abstract " : "virtual " : "");
    }

    private static string Parameters(MethodBase method)
    {
        var isExtension = method.IsDefined(typeof(ExtensionAttribute), inherit: false);
        return (isExtension ? "this " : "") + string.Join(", ", method.GetParameters().Select(Of));
    }

    private static string Of(ParameterInfo parameter)
    {
        var isParams = parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false);
        return $"{(isParams ? "params " : "")}{TypeNames.Short(parameter.ParameterType)} {parameter.Name}{Default(parameter)}";
    }

    private static string Default(ParameterInfo parameter) => !parameter.HasDefaultValue
        ? ""
        : parameter.RawDefaultValue switch
        {
            null when parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null => " = default",
            null => " = null",
            string text => $" = \"{text}\"",
            bool value => value ? " = true" : " = false",
            var value => $" = {value}",
        };

    /// <summary>A value type always has a constructor, so that C# does not say so.</summary>
    private static bool IsConstructed(GenericParameterAttributes attributes) =>
        attributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint)
        && !attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);

    private static string Constraints(Type parameter)
    {
        var attributes = parameter.GenericParameterAttributes;
        IEnumerable<string> constraints =
        [
            .. attributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint)
                ? ["class"]
                : Array.Empty<string>(),
            .. attributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint)
                ? ["struct"]
                : Array.Empty<string>(),
            .. parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(
                TypeNames.Short),
            .. IsConstructed(attributes) ? ["new()"] : Array.Empty<string>(),
        ];
        return constraints.Any() ? $" where {parameter.Name} : {string.Join(", ", constraints)}" : "";
    }
}
