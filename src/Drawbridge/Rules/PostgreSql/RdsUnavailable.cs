using System.Collections.Frozen;
using Drawbridge.Sql;
using Drawbridge.Sql.PostgreSql.Syntax;

namespace Drawbridge.Rules.PostgreSql;

/// <summary>
/// What Amazon RDS and Aurora keep to themselves: the server's files, its programs and its superuser.
/// </summary>
internal sealed class RdsUnavailable : StatementRule<StatementSyntax>
{
    /// <summary>Languages whose code may do what the server's own process may.</summary>
    private static readonly FrozenSet<string> UntrustedLanguages = FrozenSet.Create(
        StringComparer.Ordinal, "c", "internal", "plperlu", "plpythonu", "plpython2u", "plpython3u", "pltclu", "plsh");

    private static readonly FrozenSet<string> UnknownExtensions = FrozenSet.Create(
        StringComparer.Ordinal, "adminpack", "file_fdw");

    private static readonly FrozenSet<string> ServerRoles = FrozenSet.Create(
        StringComparer.Ordinal, "pg_read_server_files", "pg_write_server_files", "pg_execute_server_program");

    public override Severity Severity => Severity.Error;

    public override bool IncludesUndo => true;

    protected override bool MayConcern(StatementSyntax statement) => statement switch
    {
        GrantStatement grant => grant.Kind == ObjectKind.Role,
        CreateFunctionStatement { Language: var language } => language is not null && UntrustedLanguages.Contains(language),
        _ => statement is AlterSystemStatement or CreateObjectStatement or CopyStatement or OtherStatement
            or DefineRoleStatement or CreateExtensionStatement or DoStatement,
    };

    protected override IEnumerable<Finding> Check(StatementSyntax statement, StatementContext at) => statement switch
    {
        AlterSystemStatement { Setting: var setting } => [Find(
            at,
            "ALTER SYSTEM",
            span: null,
            $"Set {(setting is null ? "it" : $"'{setting}'")} in the parameter group, or for one database by 'ALTER "
                + "DATABASE … SET'.")],
        CreateObjectStatement { Kind: ObjectKind.Tablespace, Name: { } name } => [Find(
            at,
            "CREATE TABLESPACE",
            name.Span,
            "Leave it out: all storage is one volume, so a tablespace would bring nothing.")],
        CopyStatement { IsServerSide: true } copy => [Find(
            at,
            $"COPY {(copy.IsFrom ? "FROM" : "TO")} a file or program",
            copy.Table?.Span,
            copy.IsFrom
                ? "Write the rows below 'COPY … FROM stdin', or load them with the extension aws_s3."
                : "Export with the extension aws_s3, or leave it to a job outside of migrations.")],
        OtherStatement { FirstWord: "LOAD" } =>
            [Find(at, "LOAD", span: null, "Name the library in shared_preload_libraries of the parameter group.")],
        DefineRoleStatement { Superuser: { } superuser } =>
            [Find(at, "SUPERUSER", superuser, "Grant what is needed, or as a last resort 'GRANT rds_superuser TO …'.")],
        GrantStatement { Kind: ObjectKind.Role } grant =>
            from role in grant.Privileges.Where(ServerRoles.Contains).Take(1)
            select Find(at, $"GRANT {role}", span: null, "Use the extension aws_s3 to import and export."),
        CreateExtensionStatement { Name: var extension } when UnknownExtensions.Contains(extension.Value) => [Find(
            at,
            $"CREATE EXTENSION {extension}",
            extension.Span,
            "Leave it out: it works with the server's own files.")],
        _ when LanguageOf(statement) is var (language, place) && UntrustedLanguages.Contains(language) => [Find(
            at,
            $"LANGUAGE {language}",
            place,
            "Use a trusted language: plpgsql, plperl, pltcl, plv8 or plrust.")],
        _ => [],
    };

    private static (string Language, TextSpan? Place)? LanguageOf(StatementSyntax syntax) => syntax switch
    {
        CreateObjectStatement { Kind: ObjectKind.Language, Name.Name: var name } => (name.Value, name.Span),
        CreateExtensionStatement { Name: var name } => (name.Value, name.Span),
        CreateFunctionStatement { Language: { } language } routine => (language, routine.Name.Span),
        DoStatement { Language: var language } => (language, null),
        _ => null,
    };

    private Finding Find(StatementContext at, string what, TextSpan? span, string remedy) =>
        Find(at, span, $"Amazon RDS refuses '{what}': nobody but Amazon reaches the server itself.", remedy);
}
