using Drawbridge.LocalAws;

return await LocalAwsCommand.Create(Console.Out, Console.Error).Parse(args).InvokeAsync();
