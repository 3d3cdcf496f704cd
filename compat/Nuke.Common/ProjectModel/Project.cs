using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A project of a solution.</summary>
public class Project
{
    internal Project(string relativePath, Solution solution)
    {
        RelativePath = relativePath;
        Solution = solution;
    }

    /// <summary>Its name, without the extension.</summary>
    public string Name => Path.NameWithoutExtension;

    /// <summary>The solution that names it.</summary>
    public Solution Solution { get; }

    /// <summary>Its path as the solution gives it.</summary>
    public string RelativePath { get; }

    /// <summary>The project file.</summary>
    public AbsolutePath Path => Solution.Directory / RelativePath;

    /// <summary>The directory that holds it.</summary>
    public AbsolutePath Directory => Path.Parent;

    /// <summary>The project file's path.</summary>
    public static implicit operator string(Project project) => project.Path;

    /// <summary>The project file's path.</summary>
    public static implicit operator AbsolutePath(Project project) => project.Path;
}
