using Drawbridge.Engine.PostgreSql.Failures;

namespace Drawbridge.Engine.Tests;

/// <summary>What servers say about calls, with the words of their translations.</summary>
public sealed class ReadingTheCallContext
{
    [Theory]
    [InlineData("PL/pgSQL function {0} line 12 at RAISE")]
    [InlineData("PL/pgSQL funkce {0} řádek 12 na RAISE")]
    [InlineData("PL/pgSQL-Funktion {0} Zeile 12 bei RAISE")]
    [InlineData("συνάρτηση PL/pgSQL {0} γραμμή 12 στο RAISE")]
    [InlineData("función PL/pgSQL {0} en la línea 12 en RAISE")]
    [InlineData("fonction PL/pgSQL {0}, ligne 12 à RAISE")]
    [InlineData("funzione PL/pgSQL {0} riga 12 a RAISE")]
    [InlineData("PL/pgSQL関数{0}の12行目 - RAISE")]
    [InlineData("PL/pgSQL ფუნქცია {0} ხაზზე 12 RAISE-სთან")]
    [InlineData("PL/pgSQL 함수 \"{0}\" 의 12번째 RAISE")]
    [InlineData("funkcja PL/pgSQL {0}, wiersz 12 w RAISE")]
    [InlineData("função PL/pgSQL {0} linha 12 em RAISE")]
    [InlineData("функция PL/pgSQL {0}, строка 12, оператор RAISE")]
    [InlineData("PL/pgSQL-funktion {0} rad 12 vid RAISE")]
    [InlineData("{0} PL/pgSQL fonksiyonu, 12. satır, RAISE içinde")]
    [InlineData("Функція PL/pgSQL {0} рядок 12 в RAISE")]
    [InlineData("Hàm PL/pgSQL {0} dòng 12 tại RAISE")]
    [InlineData("在RAISE的第12行的PL/pgSQL函数{0}")]
    [InlineData("PL/pgSQL function {0} line 12 during statement block local variable initialization")]
    [InlineData("PL/pgSQL 函数{0}在第12行在语句块局部变量初始化期间")]
    public void Name_and_line_are_found_in_every_language(string words)
    {
        foreach (var name in new[] { "f2(integer,timestamp with time zone[])", "app.f()", "\"My (\"\"1\"\")\".\"f 3\"(\"char\")", CallFrame.InlineBlock })
        {
            var frame = CallContext.Read(words.Replace("{0}", name, StringComparison.Ordinal)).ShouldHaveSingleItem();
            (frame.Language, frame.Name, frame.Number).ShouldBe((FrameLanguage.PlPgSql, name, 12));
        }
    }

    [Fact]
    public void Calls_stand_in_their_order_without_the_queries_between_them() =>
        CallContext.Read(
            """
            PL/pgSQL assignment "a := lower(b) || 3"
            PL/pgSQL function g(integer) line 3 at RETURN
            SQL statement "SELECT g(3,
                'y')"
            SQL function "h i" statement 2
            PL/pgSQL function cst() while casting return value to function's return type
            compilation of PL/pgSQL function "f" near line 7
            COPY t, line 3, column a: "x"
            """).Select(frame => frame.Description).ShouldBe(
            ["in line 3 of function 'g(integer)'", "in statement 2 of function 'h i'", "in function 'cst()'", "in line 7 of function 'f'"]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("PL/pgSQL assignment \"a := lower(b) || 3\"")]
    [InlineData("PL/pgSQL-Zuweisung »a := lower(b) || 3«")]
    [InlineData("affectation PL/pgSQL « a := lower(b) || 3 »")]
    [InlineData("SQL statement \"SELECT secret(1) 2\"")]
    [InlineData("SQL expression \"secret(1)\"")]
    [InlineData("SQL-Funktion »h« Anweisung 2")]
    [InlineData("PL/pgSQL function f() line 3 at RAISE 4")]
    [InlineData("PL/pgSQL function")]
    [InlineData("PL/Python function \"f\"")]
    public void What_could_be_something_else_is_left_out(string? context) => CallContext.Read(context).ShouldBeEmpty();
}
