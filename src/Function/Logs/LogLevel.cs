namespace Drawbridge.LambdaFunction.Logs;

/// <summary>How serious a line is.</summary>
internal enum LogLevel
{
    /// <summary>Work goes on as it should.</summary>
    Info,

    /// <summary>Deserves a look.</summary>
    Warning,

    /// <summary>Someone has to act.</summary>
    Error,
}
