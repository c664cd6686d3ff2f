"""A FHIR R4 server: appointments by date, page by page."""
