namespace Drawbridge.GitHubAction.Feedback;

/// <summary>What a workflow needs to be allowed to comment.</summary>
internal static class PermissionAdvice
{
    /// <summary>To be pasted as it is.</summary>
    public const string Text = """
        Paste this into the workflow, or set the input 'comment' to 'false':

        permissions:
          contents: read
          pull-requests: write
        """;
}
