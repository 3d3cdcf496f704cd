namespace ExampleBuild;

internal static class Program
{
    public static int Main(string[] args) => args.Contains("Circle") ? CircularBuild.Start() : OrderedBuild.Start();
}
