namespace Drawbridge.Engine.Examining;

/// <summary>How long each look may take: all of them together stay below what a person waits for.</summary>
internal static class Limits
{
    /// <summary>A secret has a limit of its own, somewhat shorter, that knows what it waited for.</summary>
    public static TimeSpan Credentials { get; } = TimeSpan.FromSeconds(9);

    public static TimeSpan Name { get; } = TimeSpan.FromSeconds(3);

    public static TimeSpan Connection { get; } = TimeSpan.FromSeconds(4);

    public static TimeSpan Tls { get; } = TimeSpan.FromSeconds(4);

    public static TimeSpan Login { get; } = TimeSpan.FromSeconds(6);
}
