using Drawbridge.GitHubAction;
using Drawbridge.GitHubAction.CommandLine;

return await DrawbridgeCommandLine.Run(args, Surroundings.OfThisProcess());
