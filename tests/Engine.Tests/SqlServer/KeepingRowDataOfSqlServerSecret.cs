using Drawbridge.Engine.SqlServer;
using Drawbridge.Engine.SqlServer.Failures;
using Drawbridge.Sql.SqlServer;

namespace Drawbridge.Engine.Tests.SqlServer;

/// <summary>Messages as sys.messages has them.</summary>
public sealed class KeepingRowDataOfSqlServerSecret
{
    private const string Script = "INSERT INTO people (name, age) SELECT name, 'forty' FROM old; RAISERROR('too young', 16, 1);";

    [Theory]
    [InlineData(2627, "Violation of UNIQUE KEY constraint 'UQ_name'. Cannot insert duplicate key in object 'dbo.people'. The duplicate key value is (Ada (Lovelace)).", "Ada", "'dbo.people'")]
    [InlineData(2601, "Cannot insert duplicate key row in object 'dbo.people' with unique index 'i'. The duplicate key value is (Ada, 36).", "Ada", "'i'")]
    [InlineData(1505, "The CREATE UNIQUE INDEX statement terminated because a duplicate key was found for the object name 'dbo.people' and the index name 'i'. The duplicate key value is (Ada).", "Ada", "'i'")]
    [InlineData(245, "Conversion failed when converting the varchar value 'Ada' to data type int.", "Ada", "data type int")]
    [InlineData(2628, "String or binary data would be truncated in table 'shop.dbo.people', column 'name'. Truncated value: 'Ada'.", "Ada", "truncated")]
    [InlineData(50000, "Ada is too young", "Ada", "too young")]
    [InlineData(207, "Invalid column name 'Ada'.", "nothing", "'Ada'")]
    [InlineData(245, "Conversion failed when converting the varchar value 'forty' to data type int.", "nothing", "'forty'")]
    [InlineData(547, "The INSERT statement conflicted with the FOREIGN KEY constraint \"FK_old\". The conflict occurred in database \"shop\", table \"dbo.old\", column 'id'.", "nothing", "column 'id'")]
    public void Value_that_the_script_does_not_show_is_left_out_and_names_stay(int number, string message, string secret, string kept)
    {
        var shown = Redaction.OfMessage(new ServerError(number, 16, message), SqlServerReader.Read(Script));

        shown.ShouldNotContain(secret);
        shown.ShouldContain(kept);
    }
}
