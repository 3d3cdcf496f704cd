using Drawbridge.LocalEnvironment.Git;

namespace Drawbridge.LocalEnvironment.Tests;

public sealed class MakingRepositories : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("drawbridge-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Commits_are_the_same_on_every_run()
    {
        var (first, second) = (await WithBranch("first"), await WithBranch("second"));
        (await first.Revision("change")).ShouldBe(await second.Revision("change"));
    }

    [Fact]
    public async Task A_pull_request_checks_out_a_merge_whose_first_parent_is_the_base()
    {
        var repository = await WithBranch("shop");
        var merge = await repository.CheckoutPullRequest("change");
        (await repository.Revision($"{merge}^1")).ShouldBe(await repository.Revision(GitRepository.Main));
        (await repository.Revision($"{merge}^2")).ShouldBe(await repository.Revision("change"));
        (await repository.Revision(GitRepository.Main)).ShouldNotBe(merge);
    }

    [Fact]
    public async Task A_shallow_clone_knows_one_commit()
    {
        var repository = await WithBranch("shop");
        var clone = await repository.CloneShallow(Path.Combine(_folder.FullName, "clone"));
        (await clone.Git("rev-list", "--count", "HEAD")).Trim().ShouldBe("1");
    }

    [Fact]
    public async Task A_failing_git_says_what_it_was_asked()
    {
        var repository = await WithBranch("shop");
        var failure = await Should.ThrowAsync<LocalEnvironmentException>(() => repository.Checkout("nowhere"));
        failure.Message.ShouldContain("'git checkout --quiet nowhere' failed");
    }

    private async Task<GitRepository> WithBranch(string name)
    {
        var repository = await GitRepository.Create(Path.Combine(_folder.FullName, name));
        repository.Write("migrations/projectdb/1_create_users.up.sql", "SELECT 1;\n");
        await repository.Commit("first");
        await repository.StartBranch("change");
        repository.Write("migrations/projectdb/2_create_widgets.up.sql", "SELECT 2;\n");
        await repository.Commit("second");
        return repository;
    }
}
