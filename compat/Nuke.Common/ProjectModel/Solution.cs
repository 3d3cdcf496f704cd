using System.Xml.Linq;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A solution file and the projects it names.</summary>
public class Solution
{
    internal Solution(AbsolutePath path) => Path = path;

    /// <summary>The solution file.</summary>
    public AbsolutePath Path { get; set; }

    /// <summary>Its name, without the extension.</summary>
    public string Name => Path.NameWithoutExtension;

    /// <summary>The directory that holds it.</summary>
    public AbsolutePath Directory => Path.Parent;

    /// <summary>The projects, in the order of the file.</summary>
    public IReadOnlyCollection<Project> AllProjects =>
    [
        .. from project in XDocument.Load(Path).Descendants("Project")
           select new Project((string)project.Attribute("Path")!, this),
    ];

    /// <summary>The solution file's path.</summary>
    public static implicit operator string(Solution solution) => solution.Path;

    /// <summary>The solution file's path.</summary>
    public static implicit operator AbsolutePath(Solution solution) => solution.Path;

    /// <summary>The projects whose names match, where * stands for anything.</summary>
    public IEnumerable<Project> GetAllProjects(string wildcardPattern) =>
        AllProjects.Where(project => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(
            wildcardPattern,
            project.Name,
            ignoreCase: false));
}
