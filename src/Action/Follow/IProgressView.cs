using Drawbridge.Engine;

namespace Drawbridge.GitHubAction.Follow;

/// <summary>Shows how runs go on, several at once; it is told one thing after the other.</summary>
internal interface IProgressView
{
    /// <summary>Shows what is new of a database.</summary>
    /// <param name="database">Whose.</param>
    /// <param name="news">What.</param>
    /// <param name="report">How it stands; null when that is not the occasion.</param>
    Task Show(string database, News news, RunReport? report);

    /// <summary>Nothing more comes.</summary>
    Task Close();
}
