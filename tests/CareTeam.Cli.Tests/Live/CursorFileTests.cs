using CareTeam.Cli.CommandLine;
using CareTeam.Cli.Live;

namespace CareTeam.Cli.Tests.Live;

public sealed class CursorFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void What_was_written_is_read_by_the_next_run()
    {
        new CursorFile(path, "p1").Write(41);
        new CursorFile(path, "p1").Write(42);
        Assert.Equal(42, new CursorFile(path, "p1").Read());
    }

    [Fact]
    public void A_cursor_of_another_plan_is_refused()
    {
        new CursorFile(path, "p1").Write(1);
        Assert.Throws<UsageException>(() => new CursorFile(path, "p2").Read());
    }

    [Fact]
    public void Without_a_file_there_is_no_cursor() => Assert.Null(new CursorFile(path + ".none", "p1").Read());
}
