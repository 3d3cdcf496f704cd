using System.Reflection;

namespace Nuke.Common.Injection;

/// <summary>A member of a build that carries <see cref="ParameterAttribute"/>.</summary>
internal sealed record Parameter(MemberInfo Member, ParameterAttribute Attribute)
{
    private const BindingFlags Everywhere =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    public string Name => Attribute.Name ?? Member.Name;

    public string Option => $"--{ParameterName.ToKebabCase(Name)}";

    /// <summary>Whether every build has it.</summary>
    public bool IsOption => Member.DeclaringType == typeof(NukeBuild);

    public Type Type => Member is FieldInfo variable ? variable.FieldType : ((PropertyInfo)Member).PropertyType;

    public static IReadOnlyList<Parameter> AllOf(Type build) =>
    [
        .. from member in build.GetMembers(Everywhere)
           let attribute = member.GetCustomAttribute<ParameterAttribute>()
           where attribute is not null && member is FieldInfo or PropertyInfo
           select new Parameter(member, attribute),
    ];

    public object? Get(NukeBuild build) =>
        Member is FieldInfo field ? field.GetValue(build) : ((PropertyInfo)Member).GetValue(build);

    public void Set(NukeBuild build, object? value)
    {
        if (Member is FieldInfo field)
        {
            field.SetValue(build, value);
        }
        else if (Member is PropertyInfo { CanWrite: true } property)
        {
            property.SetValue(build, value);
        }
    }
}
