namespace Nuke.Common;

/// <summary>A step of the build, described by calling the members of its definition.</summary>
public delegate ITargetDefinition Target(ITargetDefinition definition);
