using CareTeam.Cli.CommandLine;
using CareTeam.Cli.Errors;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Status = Google.Rpc.Status;

namespace CareTeam.Cli.Tests.Errors;

public sealed class RefusalWordsTests
{
    [Fact]
    public void Every_violation_of_a_bad_request_has_its_line()
    {
        var refused = Refused(StatusCode.InvalidArgument, "INVALID", new BadRequest
        {
            FieldViolations = { new BadRequest.Types.FieldViolation { Field = "title", Description = "is required" }, new BadRequest.Types.FieldViolation { Field = "due_date", Description = "is not a date" } },
        });
        Assert.Equal(["Not well-formed:", "  title: is required", "  due_date: is not a date"], RefusalWords.Of(refused));
        Assert.Equal(ExitCode.Refused, RefusalWords.ExitCodeOf(refused));
    }

    [Fact]
    public void A_rule_that_refuses_says_its_id_its_subject_and_why()
    {
        var refused = Refused(StatusCode.FailedPrecondition, "task.lifecycle", new PreconditionFailure
        {
            Violations = { new PreconditionFailure.Types.Violation { Type = "task.lifecycle", Subject = "task/1", Description = "The task is completed." } },
        });
        Assert.Equal(["Refused:", "  task.lifecycle (task/1): The task is completed."], RefusalWords.Of(refused));
    }

    [Fact]
    public void A_conflict_tells_what_came_between_by_name()
    {
        var plan = new CarePlan { Tasks = { new CareTask { TaskId = "t1", Title = "MRI" } } };
        var lines = RefusalWords.Of(Refused(StatusCode.Aborted, "CONFLICT", new PlanConflict
        {
            ExpectedVersion = 4,
            CurrentVersion = 5,
            Events = { new PlanEvent { Version = 5, Actor = new Person { Name = "Grace Mbeki", Role = Role.Nurse }, TaskAccepted = new() { TaskId = "t1", Assignee = new() { Name = "Grace Mbeki" } } } },
        }), plan).ToArray();
        Assert.Contains("Grace Mbeki (nurse): Task \"MRI\" accepted by Grace Mbeki", lines[1], StringComparison.Ordinal);
        Assert.Contains("--expected-version 5", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_denial_names_its_reason() =>
        Assert.Equal(["Not allowed: [NOT_THE_LEAD] no"], RefusalWords.Of(Refused(StatusCode.PermissionDenied, "NOT_THE_LEAD")));

    [Theory]
    [InlineData(StatusCode.Unavailable)]
    [InlineData(StatusCode.DeadlineExceeded)]
    public void No_answer_is_unreachable(StatusCode code) => Assert.Equal(ExitCode.Unreachable, RefusalWords.ExitCodeOf(Refused(code, "UNAVAILABLE")));

    private static RpcException Refused(StatusCode code, string reason, params IEnumerable<IMessage> details) =>
        new Status { Code = (int)code, Message = "no", Details = { details.Prepend(new ErrorInfo { Domain = "careteam", Reason = reason }).Select(Any.Pack) } }.ToRpcException();
}
