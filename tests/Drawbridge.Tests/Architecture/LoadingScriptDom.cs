using System.Reflection;
using System.Runtime.Loader;
using System.Text;

namespace Drawbridge.Tests.Architecture;

/// <summary>ScriptDom is larger than all of Drawbridge: who has no T-SQL should not wait for it.</summary>
public sealed class LoadingScriptDom
{
    private const string ScriptDom = "Microsoft.SqlServer.TransactSql.ScriptDom";

    [Theory]
    [InlineData("PostgreSql", false)]
    [InlineData("SqlServer", true)]
    public void It_is_loaded_when_T_SQL_is_read_and_not_before(string engine, bool isLoaded)
    {
        var library = new Library();
        library.Check("DROP TABLE users;", engine).ShouldBe(["drop-table"]);
        library.Assemblies.Any(assembly => assembly.GetName().Name == ScriptDom).ShouldBe(isLoaded);
    }

    /// <summary>The shared library once more, beside the one that other tests use.</summary>
    private sealed class Library : AssemblyLoadContext
    {
        private static readonly string Folder = Path.GetDirectoryName(typeof(LoadingScriptDom).Assembly.Location)!;

        /// <summary>The rules that find something in one new script.</summary>
        public IReadOnlyList<string> Check(string text, string engine)
        {
            var library = LoadFromAssemblyName(new AssemblyName("Drawbridge"));
            Type Get(string name) => library.GetType($"Drawbridge.{name}", throwOnError: true)!;
            var path = Activator.CreateInstance(Get("Rules.Changes.MigrationPath"), "db", "projectdb/1_a.sql");
            var kind = Enum.Parse(Get("Rules.Changes.FileKind"), "File");
            var file = Activator.CreateInstance(Get("Rules.Changes.MigrationFile"), path, kind, Enum.Parse(Get("Configuration.DatabaseEngine"), engine))!;
            var content = Get("Rules.Changes.MigrationFile").GetMethod("Holding")!.CreateDelegate<Holding>(file)(Encoding.UTF8.GetBytes(text));
            var files = Array.CreateInstance(Get("Rules.Changes.MigrationFile"), 1);
            files.SetValue(content, 0);
            var changes = Activator.CreateInstance(Get("Rules.Changes.ChangeSet"), files, null, DateTimeOffset.UnixEpoch);
            var findings = (IEnumerable<object>)Get("Rules.RuleList").GetMethod("Check")!.Invoke(null, [changes])!;
            return [.. findings.Select(finding => (string)finding.GetType().GetProperty("Rule")!.GetValue(finding)!)];
        }

        protected override Assembly? Load(AssemblyName assemblyName) =>
            Path.Combine(Folder, $"{assemblyName.Name}.dll") is var path && File.Exists(path) && assemblyName.Name is "Drawbridge" or ScriptDom or "YamlDotNet"
                ? LoadFromAssemblyPath(path)
                : null;

        private delegate object Holding(ReadOnlySpan<byte> bytes);
    }
}
