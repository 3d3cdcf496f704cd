namespace Drawbridge.Sql.PostgreSql.Syntax.Reading;

/// <summary>Reads what turns triggers and row level security on and off.</summary>
internal static class SwitchReader
{
    public static AlterAction? Read(TokenReader reader) =>
        reader.Take("ENABLE", "ROW", "LEVEL", "SECURITY") ? new SetRowSecurityAction(default, RowSecurity.Enabled)
        : reader.Take("DISABLE", "ROW", "LEVEL", "SECURITY") ? new SetRowSecurityAction(default, RowSecurity.Disabled)
        : reader.Take("FORCE", "ROW", "LEVEL", "SECURITY") ? new SetRowSecurityAction(default, RowSecurity.Forced)
        : reader.Take("NO", "FORCE", "ROW", "LEVEL", "SECURITY") ? new SetRowSecurityAction(default, RowSecurity.NotForced)
        : reader.Take("DISABLE", "TRIGGER") ? reader.TakeIdentifier() is { } disabled ? new DisableTriggerAction(default, disabled) : null
        : reader.Take("ENABLE", "TRIGGER") || reader.Take("ENABLE", "ALWAYS", "TRIGGER") || reader.Take("ENABLE", "REPLICA", "TRIGGER")
            ? reader.TakeIdentifier() is { } enabled ? new EnableTriggerAction(default, enabled) : null
        : null;
}
