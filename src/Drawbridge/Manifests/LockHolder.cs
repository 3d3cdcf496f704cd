namespace Drawbridge.Manifests;

/// <summary>Who holds the lock that a run waits for.</summary>
/// <param name="Pid">The server's process.</param>
/// <param name="ApplicationName">What that session calls itself.</param>
/// <param name="Since">When its session began.</param>
public sealed record LockHolder(int Pid, string ApplicationName, DateTimeOffset Since);
