using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A solution file.</summary>
public class Solution
{
    internal Solution(AbsolutePath path) => Path = path;

    /// <summary>The file.</summary>
    public AbsolutePath Path { get; set; }

    /// <summary>The file's path, for tools.</summary>
    public static implicit operator string(Solution solution) => solution.Path;
}
