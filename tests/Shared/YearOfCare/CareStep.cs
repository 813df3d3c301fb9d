using CareTeam.V1;
using Google.Protobuf;

namespace CareTeam.Tests;

/// <summary>What one person asks of the server at a time of the year.</summary>
public sealed record CareStep(DateTimeOffset At, Person By, IMessage Request);
