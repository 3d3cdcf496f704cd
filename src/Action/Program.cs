using System.Text;
using Drawbridge.GitHubAction;
using Drawbridge.GitHubAction.CommandLine;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await DrawbridgeCommandLine.Run(args, Surroundings.OfThisProcess());
