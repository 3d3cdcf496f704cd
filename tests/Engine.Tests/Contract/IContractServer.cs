namespace Drawbridge.Engine.Tests.Contract;

/// <summary>A real server on which the contract is tried.</summary>
internal interface IContractServer
{
    /// <summary>As a run reaches it.</summary>
    IDatabaseServer Server { get; }

    /// <summary>Creates an empty database and answers its name.</summary>
    Task<string> CreateDatabase();

    /// <summary>Executes a text in a database; the first column of every row, as text.</summary>
    Task<IReadOnlyList<string>> Query(string database, string sql);
}
