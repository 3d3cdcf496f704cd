namespace Drawbridge.Demo.Steps;

/// <summary>One thing to show, and to check on the way.</summary>
internal interface IStep
{
    /// <summary>What is shown, in a few words.</summary>
    string Title { get; }

    /// <summary>Shows it.</summary>
    /// <exception cref="DemoException">It is not as it should be.</exception>
    Task Run(Stage stage, CancellationToken cancellationToken);
}
