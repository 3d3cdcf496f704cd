namespace Drawbridge.Problems;

/// <summary>A release follows a contract that this function does not know.</summary>
public sealed record ReleaseSchemaUnknown(string Schema, string Known) : Problem(
    $"The release has the schema '{Schema}', but this function knows '{Known}'.",
    "Nothing was run. Update the function and the action to the same version of Drawbridge.");
