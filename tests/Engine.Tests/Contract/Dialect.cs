namespace Drawbridge.Engine.Tests.Contract;

/// <summary>The little in which the contract's scripts and questions differ from engine to engine.</summary>
internal abstract class Dialect
{
    /// <summary>As results name the engine.</summary>
    public abstract string Engine { get; }

    /// <summary>Between two parts of a script that are done one after the other.</summary>
    public abstract string Then { get; }

    /// <summary>A table of golang-migrate, which counts as another tool's history.</summary>
    public abstract string OtherToolsTable { get; }

    /// <summary>What a script leaves behind that would break another one which does the same.</summary>
    public abstract string Litter { get; }

    /// <summary>Gives the migration lock away where no reader sees it.</summary>
    public abstract string ReleaseLock { get; }

    /// <summary>Ends the sessions of all runs in the database, as an administrator does.</summary>
    public abstract string EndRuns { get; }

    /// <summary>The number of sessions in the database that do nothing for a while.</summary>
    public abstract string CountSleepers { get; }

    /// <summary>Makes a view of one value, or makes it anew.</summary>
    public abstract string View(string name, string value);

    /// <summary>Does nothing for so long.</summary>
    public abstract string Sleep(double seconds);

    /// <summary>Does something, does nothing for so long, and only then commits.</summary>
    public abstract string Hold(string sql, double seconds);

    /// <summary>Commits by itself, then does nothing for so long: whoever is cut off there can't know how it ended.</summary>
    public abstract string CommitAndSleep(double seconds);

    /// <summary>COMMIT or ROLLBACK where no reader sees it.</summary>
    public abstract string Hidden(string command);

    /// <summary>Answers <c>yes</c> or <c>no</c>.</summary>
    public abstract string IsThere(string table);

    /// <summary>
    /// A row of history as a run leaves it that died while a batch or statement was at work outside a transaction.
    /// </summary>
    public abstract string LeftRow(string version, string path, string checksum);
}
