namespace Drawbridge.Problems;

/// <summary>The driver of SQL Server refuses to work without the data of cultures, which its collations need.</summary>
public sealed record GlobalizationMissing() : Problem(
    "The driver of SQL Server needs the data of cultures (ICU), and this program runs without it.",
    "Set the environment variable 'DOTNET_SYSTEM_GLOBALIZATION_INVARIANT' to '0' where the program runs (of a function, in "
    + "its configuration), on a machine that has ICU ('libicu').");
