using CareTeam.Cli.Therapy;

namespace CareTeam.Cli.Demo;

/// <summary>Therapy from its order to the discharge.</summary>
public sealed partial class DemoPen
{
    /// <summary>What the order asks for; diagnoses and goals by their names.</summary>
    public TherapyPrescription Course(string type, string[] diagnoses, string[] goals, int aWeek, int weeks, int start, int reevaluate, int? mostPounds = null, params string[] precautions) => new()
    {
        TherapyType = type,
        DiagnosisIds = { diagnoses.Select(Id) },
        GoalIds = { goals.Select(Id) },
        SessionsPerWeek = aWeek,
        Weeks = weeks,
        StartDate = Day(start),
        ReevaluationDate = Day(reevaluate),
        WeightLimit = mostPounds is { } pounds ? new() { Value = pounds, Unit = "[lb_av]" } : null,
        Precautions = { precautions },
    };

    public void OrdersTherapy(Person by, string order, Discipline discipline, int day, TherapyPrescription course, Person therapist, string evaluation = "") =>
        Write(by, $"orders {TherapyWords.Order(discipline, course)}, {TherapyWords.Course(course)}", new OrderTherapyRequest
        {
            TherapyOrderId = Id(order),
            Discipline = discipline,
            Prescription = course,
            EstablishedDate = Day(day),
            EvaluationSessionId = evaluation.Length > 0 ? Id(evaluation) : "",
            TherapistPersonId = therapist.PersonId,
        });

    public void RevisesTherapy(Person by, string order, TherapyPrescription course, string reason) =>
        Write(by, $"revises the order to {TherapyWords.Course(course)}: {reason}", new ReviseTherapyOrderRequest { TherapyOrderId = Id(order), Prescription = course, Reason = reason });

    public void Certifies(Person by, string order, int day, bool again = false) =>
        Write(by, $"{(again ? "recertifies" : "certifies")} the order for 90 days", new CertifyTherapyRequest { TherapyOrderId = Id(order), SignedDate = Day(day) });

    /// <summary>An oral order, until somebody signs it.</summary>
    public void OrderedOrally(Person by, string order, Person given, int day) =>
        Write(by, $"records that {given.Name} ordered it orally", new RecordVerbalOrderRequest { TherapyOrderId = Id(order), GivenByPersonId = given.PersonId, GivenDate = Day(day) });

    public void Discharges(Person by, string order, DischargeReason reason, int day, string summary) =>
        Write(by, $"discharges from therapy, {Shown.Words(reason)}: {summary}", new DischargeFromTherapyRequest
        {
            TherapyOrderId = Id(order),
            Reason = reason,
            DischargedDate = Day(day),
            Summary = summary,
        });

    public void ReportsProgress(Person by, string report, string order, int through, ProgressReportText text, ProgressRecommendation recommendation) =>
        Write(by, $"completes the progress report: {text.Assessment}", new FileProgressReportRequest
        {
            ProgressReportId = Id(report),
            TherapyOrderId = Id(order),
            PeriodEndDate = Day(through),
            Text = text,
            Recommendation = recommendation,
            Complete = true,
        });

    /// <summary>An assistant writes what was seen and told.</summary>
    public void PreparesReport(Person by, string report, string order, int through, string subjective, string objective) =>
        Write(by, "prepares elements of the progress report", new FileProgressReportRequest
        {
            ProgressReportId = Id(report),
            TherapyOrderId = Id(order),
            PeriodEndDate = Day(through),
            Text = new() { Subjective = subjective, Objective = objective },
        });

    public void PrescribesDevice(Person by, string device, int day, DeviceKind kind, string description, string purpose, WearSchedule wear, int? until, Person fitter) =>
        Write(by, $"prescribes a {kind.Name()}: {purpose}", new PrescribeDeviceRequest
        {
            DeviceId = Id(device),
            Kind = kind,
            Description = description,
            Purpose = purpose,
            WearSchedule = wear,
            StopDate = until is { } last ? Day(last) : "",
            FitterPersonId = fitter.PersonId,
            PrescribedDate = Day(day),
        });

    public void Fits(Person by, string device, int day, string fitting) =>
        Write(by, $"fits it: {fitting}", new FitDeviceRequest { DeviceId = Id(device), FittedDate = Day(day), Fitting = fitting });

    public void GivesUp(Person by, string device, int day, string reason) =>
        Write(by, $"discontinues the device: {reason}", new DiscontinueDeviceRequest { DeviceId = Id(device), DiscontinuedDate = Day(day), Reason = reason });

    public void Teaches(Person by, EducationTopic topic, int day, TeachBackResult teachBack, string content) =>
        Write(by, $"teaches {Shown.Words(topic)}, {Shown.Words(teachBack)}: {content}", new RecordEducationRequest
        {
            EducationId = Id($"{topic} {Day(day)}"),
            Topic = topic,
            EducationDate = Day(day),
            TeachBack = teachBack,
            Content = content,
            Minutes = 20,
        });
}
