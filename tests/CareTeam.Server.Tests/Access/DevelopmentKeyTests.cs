using CareTeam.Server.Access;

namespace CareTeam.Server.Tests.Access;

public sealed class DevelopmentKeyTests
{
    [Fact]
    public async Task Servers_that_start_at_once_end_with_one_key()
    {
        for (var round = 0; round < 40; round++)
        {
            var directory = Directory.CreateTempSubdirectory("careteam-test-").FullName;
            using var start = new Barrier(8);
            var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Factory.StartNew(() =>
            {
                start.SignalAndWait();
                return Convert.ToBase64String(DevelopmentKey.LoadOrCreate(directory).Key);
            }, TaskCreationOptions.LongRunning)));
            Assert.Single(keys.Distinct());
            Assert.Equal(keys[0], Convert.ToBase64String(DevelopmentKey.LoadOrCreate(directory).Key));
            Directory.Delete(directory, recursive: true);
        }
    }
}
