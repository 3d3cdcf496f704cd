using Drawbridge.Tests.Shared;

namespace Drawbridge.Reading.Tests.Psql;

/// <summary>Where the reader and psql part on purpose, each by name; everywhere else they agree.</summary>
public sealed class DifferingFromPsql
{
    [PgDumpTheory]
    [InlineData("its variables", "SELECT :'DBNAME', :{?x};", "SELECT 'd', FALSE;")]
    [InlineData("its commands", "SELECT 1 \\g\nSELECT 2;", "SELECT 1 ", "SELECT 2;")]
    [InlineData("its escaped semicolon", "SELECT 1\\; SELECT 2;", "SELECT 1; SELECT 2;")]
    [InlineData("a NUL ends its line", "SELECT 1\0, 2\n;", "SELECT 1;")]
    [InlineData("an escape string that goes on in a later line", "SELECT E'a'\n'\\'';SELECT 2;'",
        "SELECT E'a'\n'\\'';SELECT 2;'")]
    [InlineData("a column called END", "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 end; END",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 end;", "END")]
    [InlineData("a BEGIN without ATOMIC", "CREATE FUNCTION f() SET a = begin AS '';\nSELECT 2;",
        "CREATE FUNCTION f() SET a = begin AS '';\nSELECT 2;")]
    [InlineData("a number with an exponent that has no digits", "SELECT 1e--;\n+1;", "SELECT 1e--;", "+1;")]
    public async Task Psql_reads_it_otherwise(string difference, string script, params string[] sent)
    {
        var theirs = await PsqlProgram.Split([script]);
        theirs[0].Select(statement => statement.Text).ShouldBe(sent, difference);
        Comparison.FindDifference(script, theirs[0]).ShouldNotBeNull(difference);
    }
}
