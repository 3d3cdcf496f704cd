using Drawbridge.Engine.SqlServer;
using Drawbridge.Engine.SqlServer.Failures;
using Drawbridge.Sql;
using Drawbridge.Sql.SqlServer;

namespace Drawbridge.Engine.Tests.SqlServer;

public sealed class PointingAtTheFailureInABatch
{
    private const string Script = """
        CREATE TABLE a (id int);
        GO
        -- what comes back
        CREATE PROCEDURE dbo.twice AS
        BEGIN
            INSERT INTO a VALUES (1);
            INSERT INTO missing VALUES (2);
        END
        GO

        INSERT INTO a VALUES (3);
        EXEC dbo.twice;
        """;

    private readonly SqlScript _script = SqlServerReader.Read(Script);

    [Fact]
    public void Line_counts_from_the_beginning_of_its_batch()
    {
        var batch = _script.Batches[^1];
        var line = LineOf("EXEC dbo.twice") - batch.Start.Line + 1;

        var place = FailurePlace.Of(_script, batch, new ServerError(208, 16, "") { Line = line });

        (LineAt(place), place.Calls).ShouldBe((LineOf("EXEC dbo.twice"), ""));
        place.Statement.ShouldBe(4);
    }

    [Fact]
    public void Line_in_a_procedure_counts_from_the_batch_that_made_it()
    {
        var error = new ServerError(208, 16, "") { Line = BodyLine, Procedure = "dbo.twice" };

        var place = FailurePlace.Of(_script, _script.Batches[^1], error);

        LineAt(place).ShouldBe(LineOf("INSERT INTO missing"));
        place.Calls.ShouldBe($", in 'dbo.twice', line {BodyLine}");
    }

    [Fact]
    public void Procedure_that_fails_to_be_made_is_no_call()
    {
        var place = FailurePlace.Of(_script, _script.Batches[1], new ServerError(102, 15, "") { Line = BodyLine, Procedure = "twice" });

        (LineAt(place), place.Calls).ShouldBe((LineOf("INSERT INTO missing"), ""));
    }

    [Fact]
    public void Procedure_of_another_script_is_named_where_it_is_called()
    {
        var place = FailurePlace.Of(_script, _script.Batches[^1], new ServerError(208, 16, "") { Line = 77, Procedure = "dbo.other" });

        LineAt(place).ShouldBe(LineOf("INSERT INTO a VALUES (3)"));
        place.Calls.ShouldBe(", in 'dbo.other', line 77");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(5000)]
    public void Line_that_is_none_stays_in_its_batch(int line)
    {
        var place = FailurePlace.Of(_script, _script.Batches[0], new ServerError(208, 16, "") { Line = line });

        LineAt(place).ShouldBeInRange(1, 2);
    }

    /// <summary>In the second batch, as the server counts.</summary>
    private int BodyLine => LineOf("INSERT INTO missing") - _script.Batches[1].Start.Line + 1;

    private static int LineOf(string text) =>
        Script[..Script.IndexOf(text, StringComparison.Ordinal)].Count(character => character == '\n') + 1;

    private int LineAt(FailurePlace place) => _script.Lines.Locate(place.Offset!.Value).Line;
}
