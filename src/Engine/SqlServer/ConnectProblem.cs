using System.Net.Sockets;
using System.Security.Authentication;
using Drawbridge.Problems;

namespace Drawbridge.Engine.SqlServer;

/// <summary>Tells apart the ways in which a connection can fail, because each has another remedy.</summary>
internal static class ConnectProblem
{
    /// <summary>"Cannot open database requested by the login": it is not there, or the login may not enter.</summary>
    public const int CannotOpenDatabase = 4060;

    /// <summary>The right password was given, and must be another one.</summary>
    private static readonly int[] PasswordExpired = [18487, 18488];

    /// <summary>A replica that takes no writes, or nobody who does not say that reading is enough.</summary>
    private static readonly int[] OfReplica = [976, 978];

    private static readonly int[] OfLogin = [916, 18450, 18452, 18456, 18458, 18459, 18461, 18470, 18486];

    /// <summary>The problem behind a failure.</summary>
    /// <param name="error">What the server, or the driver in its place, said.</param>
    /// <param name="failure">What was thrown.</param>
    /// <param name="setting">Where the connection was to lead; with the login's place and user.</param>
    /// <param name="login">The login that is not the setting's own.</param>
    public static Problem Of(ServerError error, Exception? failure, InstanceSetting setting, Login? login)
    {
        var (server, driver) = (setting.ToString(), setting.Driver);
        return error.Number switch
        {
            CannotOpenDatabase => new DatabaseMissing(driver.InitialCatalog),
            var number when TransientErrors.MayPass(number) && failure?.InnerException is null =>
                new DatabaseBusy(server, error.Code),
            var number when OfReplica.Contains(number) =>
                new DatabaseReadOnly(server, $"it is a secondary replica ({error.Code})"),
            var number when OfLogin.Contains(number) || PasswordExpired.Contains(number) => new DatabaseLoginFailed(
                driver.UserID, driver.InitialCatalog, error.Code, AdviceFor(number, login)),
            ServerError.TimedOut => new DatabaseSilent(server, driver.ConnectTimeout),
            _ when SocketProblem.Inner<AuthenticationException>(failure) is { } tls =>
                new DatabaseTlsFailed(server, tls.Message.TrimEnd('.')),
            _ when SocketProblem.Inner<SocketException>(failure) is { SocketErrorCode: not SocketError.Success } socket =>
                SocketProblem.Of(socket, setting.Host, server, driver.ConnectTimeout),
            _ => new DatabaseUnreachable(server, FirstSentence(error.Message)),
        };
    }

    private static string? AdviceFor(int number, Login? login) => PasswordExpired.Contains(number)
        ? "Its password has expired, or must be changed at the next login: give it another one."
        : login?.RemedyIfRefused;

    /// <summary>The driver adds what to check, which its problem says better.</summary>
    private static string FirstSentence(string message) =>
        message.Split(". ", 2)[0].TrimEnd('.').ReplaceLineEndings(" ");
}
