namespace Nuke.Common.Tooling;

/// <summary>Changes settings: takes the ones so far, gives the ones to use.</summary>
public delegate T Configure<T>(T options);
