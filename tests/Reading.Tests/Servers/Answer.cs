namespace Drawbridge.Reading.Tests.Servers;

internal enum Answer
{
    /// <summary>Nothing to run, or a single statement that ends a transaction.</summary>
    NothingOrEnd,

    /// <summary>A single statement.</summary>
    One,

    Several,

    /// <summary>It does not parse.</summary>
    Refused,
}
