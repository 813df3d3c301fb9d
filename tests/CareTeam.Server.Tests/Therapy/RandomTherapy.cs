using Google.Protobuf;

namespace CareTeam.Server.Tests.Therapy;

/// <summary>Therapy for the random sequences: psychology, which needs no goal that is measured.</summary>
public sealed class RandomTherapy : IRandomCommands
{
    public IMessage Request(string planId, IReadOnlyList<string> ids, int kind, int target)
    {
        var (id, request) = (ids[target], New.Id());
        return kind switch
        {
            0 => new OrderTherapyRequest
            {
                PlanId = planId,
                RequestId = request,
                TherapyOrderId = id,
                Discipline = Discipline.Psychology,
                Prescription = new() { SessionsPerWeek = 2, Weeks = 1, StartDate = $"2099-05-0{target + 1}" },
                Exercises = { new ExercisePrescription { Name = "Breathing", Category = ExerciseCategory.Relaxation, Dose = new() { HomeSessionsPerWeek = 5 } } },
            },
            1 => new RecordSessionRequest
            {
                PlanId = planId,
                RequestId = request,
                SessionId = ids[(target + 1) % ids.Count],
                TherapyOrderId = id,
                SessionDate = TherapyEpisode.Day(-(target % 2)),
                Attendance = SessionAttendance.Attended,
                Purpose = SessionPurpose.Treatment,
                Overrides = { new OverrideRequest { RuleId = "therapy.plan-before-treatment", Reason = "r" } },
            },
            2 => new LogHomeExerciseRequest { PlanId = planId, RequestId = request, LogDate = TherapyEpisode.Day(-target) },
            _ => target % 2 == 0
                ? new RecordEducationRequest { PlanId = planId, RequestId = request, EducationId = id, Topic = EducationTopic.Pacing, TeachBack = TeachBackResult.NotDone, Content = "c" }
                : new DischargeFromTherapyRequest { PlanId = planId, RequestId = request, TherapyOrderId = id, Reason = DischargeReason.GoalsReached },
        };
    }

    public Task<IMessage>? Send(Clients clients, IMessage request) => request switch
    {
        OrderTherapyRequest r => Answer(clients.Therapy.OrderTherapyAsync(r)),
        RecordSessionRequest r => Answer(clients.Therapy.RecordSessionAsync(r)),
        LogHomeExerciseRequest r => Answer(clients.Therapy.LogHomeExerciseAsync(r)),
        RecordEducationRequest r => Answer(clients.Therapy.RecordEducationAsync(r)),
        DischargeFromTherapyRequest r => Answer(clients.Therapy.DischargeFromTherapyAsync(r)),
        _ => null,
    };

    private static async Task<IMessage> Answer<T>(AsyncUnaryCall<T> call) where T : IMessage => await call;
}
