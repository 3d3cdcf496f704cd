using Drawbridge.Configuration.Yaml;
using Drawbridge.Manifests;
using Drawbridge.Scripts;

namespace Drawbridge.Configuration;

/// <summary>Takes what <c>drawbridge.yml</c> says of one database, and of all.</summary>
internal sealed class DatabaseSection(ValueReader values)
{
    /// <summary>A server newer than any rule knows is judged like the newest.</summary>
    private const int NewestServerVersion = 99;

    /// <summary>The keys that mean something.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["engine", "order", "naming", "adopt", "server-version", "rules"];

    /// <summary>How a rule can be set.</summary>
    public static IReadOnlyDictionary<string, Severity> Severities { get; } = new Dictionary<string, Severity>
    {
        ["error"] = Severity.Error,
        ["warning"] = Severity.Warning,
        ["info"] = Severity.Info,
        ["off"] = Severity.Off,
    };

    private static readonly Dictionary<string, DatabaseEngine> Engines = new()
    {
        ["postgresql"] = DatabaseEngine.PostgreSql,
        ["sqlserver"] = DatabaseEngine.SqlServer,
    };

    private static readonly Dictionary<string, ReleaseOrder> Orders = new()
    {
        ["strict"] = ReleaseOrder.Strict,
        ["any"] = ReleaseOrder.Any,
    };

    private static readonly Dictionary<string, NamingForm> Forms = new()
    {
        ["golang-migrate"] = NamingForm.GolangMigrate,
        ["plain"] = NamingForm.Plain,
        ["flyway"] = NamingForm.Flyway,
    };

    private static readonly Dictionary<string, DonorTool> Donors = new()
    {
        ["flyway"] = DonorTool.Flyway,
        ["golang-migrate"] = DonorTool.GolangMigrate,
    };

    public DatabaseSettings Read(YamlText name, YamlNode node)
    {
        var settings = new DatabaseSettings { Place = name.Place };
        foreach (var (key, value) in values.Entries(node, $"the database '{name.Text}'", Keys))
        {
            settings = key.Text switch
            {
                "engine" => settings with { Engine = Engine(value) },
                "order" => settings with { Order = values.Word(value, "'order'", Orders) },
                "naming" => settings with { Naming = values.Word(value, "'naming'", Forms) },
                "adopt" => settings with { Adopt = values.Word(value, "'adopt'", Donors) },
                "server-version" => settings with { ServerVersion = ServerVersion(value) },
                _ => settings with { Rules = Rules(value) },
            };
        }

        return settings;
    }

    public DatabaseEngine? Engine(YamlNode node) => values.Word(node, "'engine'", Engines);

    public int? ServerVersion(YamlNode node) =>
        values.Number(node, "'server-version'", (ProjectSettings.OldestServerVersion, NewestServerVersion));

    /// <summary>Severities by rule. Which rules there are is not known here.</summary>
    public IReadOnlyList<RuleSetting> Rules(YamlNode node)
    {
        var rules = new List<RuleSetting>();
        foreach (var (key, value) in values.Entries(node, "'rules'"))
        {
            if (values.Word(value, $"The severity of {ObjectionList.Quote(key.Text)}", Severities) is { } severity)
            {
                rules.Add(new RuleSetting(key.Text, severity, key.Place));
            }
        }

        return rules;
    }
}
