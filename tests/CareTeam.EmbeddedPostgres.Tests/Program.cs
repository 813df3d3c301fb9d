using CareTeam.EmbeddedPostgres.Tests;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// Twenty clusters are made here, which takes half the time in memory; the 64 MB that a container has by default are too few.
const string memory = "/dev/shm";
if (Directory.Exists(memory) && new DriveInfo(memory).AvailableFreeSpace > 2L << 30)
    Environment.SetEnvironmentVariable("TMPDIR", memory);

if (args is [OwnerProcess.Role, var folder])
    return await OwnerProcess.PlayAsync(folder);

// As the entry point that xunit would have generated.
return args.Any(a => a is "--server" or "--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
