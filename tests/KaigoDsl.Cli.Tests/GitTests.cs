using KaigoDsl.Cli.Tests.Infrastructure;

namespace KaigoDsl.Cli.Tests;

/// <summary>Where reviewers are: revisions, <c>git diff</c> with textconv, and the action's script, each with a real repository.</summary>
public class GitTests
{
    private const string Entities = "対象 市町村 { 鍵 団体コード  第1号被保険者数 : 人 }\n";

    private const string Spec = """
        評価体系 令和7年度 市町村 {
          指標 1 「研修を行っているか」 12点 {
            入力 修了者数 : 人
            順位 修了者数 ÷ 第1号被保険者数, 高い順
            項目 ア 6点 上位5割
            項目 イ 6点 上位3割
          }
        }
        """;

    private static readonly string s_script =
        Path.GetFullPath(Path.Combine(Cases.Root, "..", "..", "..", ".github", "actions", "kaigo-diff", "run.sh"));

    [Fact]
    public void Revisions_are_compared_without_a_checkout()
    {
        using var repository = Create();
        repository.Write("specs/spec.kaigo", Spec.Replace("上位3割", "上位2割", StringComparison.Ordinal));
        repository.Commit("二つ目");
        repository.Write("specs/spec.kaigo", "これは仕様ではない");

        const string Headline = "1.イ：上位・下位の割合  上位3割 → 上位2割。\n";
        Assert.StartsWith(Headline, repository.Kaigo("diff", "main~1..main").Output, StringComparison.Ordinal);
        Assert.StartsWith(Headline, repository.Kaigo("diff", "main~1...main", "--", "specs").Output, StringComparison.Ordinal);
        Assert.StartsWith(Headline, repository.Kaigo("diff", "main~1", "main", "--", "specs/spec.kaigo", "specs/entities.kaigo").Output, StringComparison.Ordinal);
        Assert.StartsWith(Headline, repository.Kaigo("diff", "main~1:specs", "HEAD:specs").Output, StringComparison.Ordinal);
        Assert.StartsWith("差はありません。\n", repository.Kaigo("diff", "main..HEAD").Output, StringComparison.Ordinal);

        // What lies on the disk is broken, and a failed comparison is never "no differences".
        var broken = repository.Kaigo("diff", "main", "--", "specs");
        Assert.Equal((1, string.Empty), (broken.ExitCode, broken.Output));
    }

    [Fact]
    public void A_revision_without_specs_had_no_frameworks()
    {
        using var repository = new LocalRepository();
        repository.Write("README", "まだない");
        repository.Commit("空");
        repository.Write("specs/spec.kaigo", Entities + Spec);
        repository.Commit("仕様");

        Assert.Contains("D001", repository.Kaigo("diff", "main~1..main").Output, StringComparison.Ordinal);
        Assert.Equal(2, repository.Kaigo("diff", "main~1..main~1").ExitCode);
    }

    [Theory]
    [InlineData("no-such-branch..main", 2)]
    [InlineData("--output=x..main", 2)]
    [InlineData("main..main~99", 2)]
    public void An_unknown_revision_is_said_to_be_one(string range, int exitCode)
    {
        using var repository = Create();

        var run = repository.Kaigo("diff", range);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public void Without_git_revisions_cannot_be_compared_and_that_is_said()
    {
        using var repository = Create();

        var dotnet = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
        var run = repository.Run(dotnet, [LocalRepository.Tool, "diff", "main..HEAD"], ("PATH", repository.Root));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("git", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void With_textconv_git_shows_facts_and_nothing_for_a_reformat()
    {
        using var repository = Create();
        repository.Write(".gitattributes", "*.kaigo diff=kaigo\n");
        repository.Git("config", "diff.kaigo.textconv", $"dotnet {LocalRepository.Tool} canon --or-source");
        repository.Commit("attributes");

        repository.Write("specs/spec.kaigo", "// 整形\n" + Spec.Replace("\n", "  \r\n", StringComparison.Ordinal).Replace("上位3割", "top 3wari", StringComparison.Ordinal));
        Assert.Empty(repository.Git("diff").Output);

        repository.Write("specs/spec.kaigo", Spec.Replace("上位3割", "上位2割", StringComparison.Ordinal));
        var changed = repository.Git("diff").Output.Split('\n').Where(line => line.Length > 1 && line[0] is '+' or '-' && line[1] is not ('+' or '-'));
        Assert.Equal(
            [
                "-評価体系 令和7年度 市町村 / 指標 1 / 項目 イ: 上位 3割",
                "+評価体系 令和7年度 市町村 / 指標 1 / 項目 イ: 上位 2割",
            ],
            changed);

        repository.Write("specs/spec.kaigo", Spec + "\n}}} 壊れた");
        Assert.Contains("壊れた", repository.Git("diff").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_action_writes_the_summary_and_one_comment()
    {
        using var repository = Create();
        var start = repository.Git("rev-parse", "HEAD").Output.Trim();
        repository.Write("specs/spec.kaigo", Spec.Replace("上位3割", "上位2割", StringComparison.Ordinal));
        var end = repository.Commit("二つ目");

        // A gh that writes down what it is asked, and knows a comment once one was made.
        repository.Write("bin/gh", """
            #!/usr/bin/env bash
            printf '%s\n' "$*" >> "$GH_LOG"
            case "$*" in
              *--jq*) if [ -f "$GH_LOG.made" ]; then echo 4711; fi ;;
              *POST*) touch "$GH_LOG.made" ;;
            esac
            """.ReplaceLineEndings("\n"));
        repository.Run("chmod", ["+x", "bin/gh"]);
        var log = Path.Combine(repository.Root, "gh.log");
        var summary = Path.Combine(repository.Root, "summary.md");
        CliRun Act(string failOn, string paths) => repository.Run(
            "bash",
            [s_script],
            ("PATH", $"{Path.Combine(repository.Root, "bin")}:{Environment.GetEnvironmentVariable("PATH")}"),
            ("KAIGO", $"dotnet {LocalRepository.Tool}"),
            ("KAIGO_BASE", start),
            ("KAIGO_HEAD", end),
            ("KAIGO_PATHS", paths),
            ("KAIGO_FAIL_ON", failOn),
            ("KAIGO_LANG", "ja"),
            ("KAIGO_PULL_REQUEST", "12"),
            ("KAIGO_REPORTS", Path.Combine(repository.Root, "reports")),
            ("GITHUB_REPOSITORY", "example/specs"),
            ("GITHUB_STEP_SUMMARY", summary),
            ("GH_LOG", log));

        var first = Act(string.Empty, "specs\n");
        Assert.True(first.ExitCode == 0, first.Error);
        Assert.StartsWith("<!-- kaigo-diff -->", File.ReadAllText(summary), StringComparison.Ordinal);
        Assert.Contains("上位3割 → 上位2割", File.ReadAllText(summary), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(repository.Root, "reports", "1.md")));

        Assert.Equal(1, Act("payee", "specs").ExitCode);
        Assert.Contains("POST repos/example/specs/issues/12/comments", File.ReadAllText(log), StringComparison.Ordinal);
        Assert.Contains("PATCH repos/example/specs/issues/comments/4711", File.ReadAllText(log), StringComparison.Ordinal);

        // A path where neither side has anything is an error in the comment, not silence.
        var missing = Act(string.Empty, "specs\nno-such-folder");
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("### no-such-folder", File.ReadAllText(Path.Combine(repository.Root, "reports", "comment.md")), StringComparison.Ordinal);
    }

    private static LocalRepository Create()
    {
        var repository = new LocalRepository();
        repository.Write("specs/entities.kaigo", Entities);
        repository.Write("specs/spec.kaigo", Spec);
        repository.Commit("一つ目");
        return repository;
    }
}
