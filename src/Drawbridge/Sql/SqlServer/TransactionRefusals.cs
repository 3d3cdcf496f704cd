using System.Collections.Frozen;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Drawbridge.Sql.SqlServer;

/// <summary>
/// The statements that SQL Server refuses in a user transaction: Microsoft's "Transact-SQL Statements Allowed in
/// Transactions", the pages of the statements themselves, and the procedures that Flyway found out.
/// </summary>
internal static class TransactionRefusals
{
    /// <summary>The words with which they begin.</summary>
    private static readonly string[][] Beginnings =
    [
        .. new[]
        {
            "ALTER DATABASE", "CREATE DATABASE", "DROP DATABASE",
            "ALTER FULLTEXT CATALOG", "CREATE FULLTEXT CATALOG", "DROP FULLTEXT CATALOG",
            "ALTER FULLTEXT INDEX", "CREATE FULLTEXT INDEX", "DROP FULLTEXT INDEX",
            "BACKUP DATABASE", "BACKUP LOG", "RESTORE DATABASE", "RESTORE LOG",
            "DBCC INDEXDEFRAG", "DBCC SHRINKDATABASE", "DBCC SHRINKFILE", "KILL", "RECONFIGURE",
        }.Select(words => words.Split(' ')),
    ];

    /// <summary>Most statements begin with none of these, and are asked no further.</summary>
    private static readonly FrozenSet<string> FirstWords =
        Beginnings.Select(words => words[0]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What begins like them, but is about something within a database.</summary>
    private static readonly FrozenSet<string> Inside =
        FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "AUDIT", "ENCRYPTION", "SCOPED");

    /// <summary>System procedures that change master, full-text search or replication.</summary>
    private static readonly FrozenSet<string> Procedures = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "sp_adddistpublisher", "sp_adddistributor", "sp_addlinkedserver", "sp_addlinkedsrvlogin", "sp_addsubscription",
        "sp_attach_db", "sp_attach_single_file_db", "sp_configure", "sp_dboption", "sp_detach_db",
        "sp_dropdistpublisher", "sp_dropdistributor", "sp_droplinkedsrvlogin", "sp_droplinkedserver",
        "sp_dropsubscription", "sp_fulltext_catalog", "sp_fulltext_column", "sp_fulltext_database",
        "sp_fulltext_service", "sp_fulltext_table", "sp_renamedb", "sp_replicationdboption", "sp_serveroption");

    /// <summary>Whether a statement is one of them, or holds one that it would run.</summary>
    public static bool Include(TSqlStatement statement)
    {
        if (statement is SelectStatement or UpdateStatement or DeleteStatement
            or InsertStatement { InsertSpecification.InsertSource: not ExecuteInsertSource })
        {
            return false;
        }

        var search = new Search();
        statement.Accept(search);
        return search.HasFound;
    }

    /// <summary>The same by its first words, for one that can't be parsed.</summary>
    public static bool BeginsLike(IReadOnlyList<TSqlParserToken> words) =>
        words is [var first, ..]
        && FirstWords.Contains(first.Text)
        && Beginnings.Any(beginning => Begins(words, beginning));

    private static bool Begins(IReadOnlyList<TSqlParserToken> words, string[] beginning) =>
        words.Count >= beginning.Length
        && beginning.Index().All(word => TSqlText.Is(words[word.Index], word.Item))
        && !(beginning is [_, "DATABASE"] && words.Count > 2 && Inside.Contains(words[2].Text));

    private sealed class Search : ExecutedVisitor
    {
        public bool HasFound { get; private set; }

        public override void Visit(TSqlStatement node) => HasFound |= BeginsLike(WordsOf(node));

        public override void Visit(ExecutableProcedureReference node) =>
            HasFound |= node.ProcedureReference?.ProcedureReference?.Name?.BaseIdentifier is { } name
                && Procedures.Contains(name.Value);

        public override void Visit(MemoryOptimizedTableOption node) => HasFound |= node.OptionState == OptionState.On;

        private static List<TSqlParserToken> WordsOf(TSqlStatement node) =>
            [.. node.ScriptTokenStream.Skip(node.FirstTokenIndex).Where(TSqlText.IsWord).Take(3)];
    }
}
